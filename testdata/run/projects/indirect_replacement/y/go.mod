module x.org/y
go 1.26
