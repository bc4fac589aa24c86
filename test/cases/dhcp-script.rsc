# by RouterOS 7.14
/ip address
add address=192.168.70.1/24 interface=ether3
/ip dhcp-client
add add-default-route=no disabled=no interface=ether1 script="{\r\
    \n    :local count [/ip/route/print count-only where comment=\"WAN1\"]\r\
    \n    :if (\$bound=1) do={\r\
    \n        :if (\$count = 0) do={\r\
    \n            /ip/route/add gateway=\$\"gateway-address\" comment=\"WAN1\"\r\
    \n        } else={\r\
    \n            :local test [/ip/route/find where comment=\"WAN1\"]\r\
    \n            :if ([/ip/route/get \$test gateway] != \$\"gateway-address\") do={\r\
    \n                /ip/route/set \$test gateway=\$\"gateway-address\"\r\
    \n            }\r\
    \n        }\r\
    \n    } else={\r\
    \n        /ip/route/remove [find comment=\"WAN1\"]\r\
    \n    }\r\
    \n}\r\
    \n"
/ip firewall filter
add action=drop chain=input connection-state=new in-interface=!ether3
add action=drop chain=forward connection-nat-state=!dstnat connection-state=new in-interface=!ether3
/ip firewall nat
add action=masquerade chain=srcnat out-interface=ether1
