/routing rule add action=look-up table=isp1
