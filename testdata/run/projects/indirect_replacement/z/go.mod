module x.org/z/v2
go 1.26
