add name=office
