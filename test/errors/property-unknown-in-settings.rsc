/ip dns set server=1.1.1.1 remote=yes
