module example.com/o

go 1.21

require example.com/p v1.1.0
