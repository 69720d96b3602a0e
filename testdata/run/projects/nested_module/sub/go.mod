module example.com/m/sub
