/ip dns set servers=1.1.1.1
}}}
