/ip dns set allow-remote-requests=on
