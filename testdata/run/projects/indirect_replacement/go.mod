module m
go 1.26
require x.org/y v1.0.0
require x.org/z/v2 v2.3.0
replace x.org/y v1.0.0 => ./y
replace x.org/z/v2 v2.3.0 => ./z
