/quantum tunnel
add name=x
