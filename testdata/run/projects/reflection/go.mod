module example.org/proj

go 1.26
