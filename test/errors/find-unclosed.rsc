/ip route set [ find comment=main distance=2
/ip dns set servers=1.1.1.1
