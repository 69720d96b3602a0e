module example.com/inventory

go 1.25

require (
	example.com/money v1.4.0
	example.org/Text v0.2.0
)

replace example.com/money v1.4.0 => ./libs/money
