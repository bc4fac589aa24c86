/interface bridge add name=bridge-lan
/ip address add address=10.0.0.1/24 interface=brigde-lan
