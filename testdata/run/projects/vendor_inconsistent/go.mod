module example.com/m

go 1.26

require example.com/o v1.0.1
require example.com/p v1.0.1
