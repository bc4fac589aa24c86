/ip s print
/ip se set ip-forward=yes
