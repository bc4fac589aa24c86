:if ($a = 1) do={
  :put "x"
