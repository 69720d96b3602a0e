module example.com/m extra
module example.com/n
go abc
go 1.23 4
require ()
require (
	x y z
)
)
