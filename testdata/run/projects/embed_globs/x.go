package main

import "embed"

//go:embed [a-c].txt ?x/* é*
var f embed.FS

func walk(d string) { es, _ := f.ReadDir(d); for _, e := range es { println(d, e.Name()); if e.IsDir() { if d == "." { walk(e.Name()) } else { walk(d + "/" + e.Name()) } } } }
func main() { walk(".") }
