package main

func Y() {}
func main() {}
