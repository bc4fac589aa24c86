/routing table add name=isp1 fibb
