module example.com/m

go 1.23

require (
	example.com/o v1.0.1
	example.com/p v1.2.0 // indirect
)
replace (
	example.com/o v1.0.1 => ./o
	example.com/p => ../replace/p
)
