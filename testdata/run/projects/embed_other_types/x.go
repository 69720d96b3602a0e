package main

import "embed"

type FS = embed.FS
type MyFS embed.FS

//go:embed a.txt
var one MyFS

//go:embed a.txt
var two FS

//go:embed a.txt
var three any

//go:embed a.txt
var four [3]byte

//go:embed a.txt
var five *string

func main() {}
