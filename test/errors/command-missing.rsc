/ip dns allow-remote-requests=yes
