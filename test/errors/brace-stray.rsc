/ip dns set servers=1.1.1.1
}
/ip dns set allow-remote-requests=yes
