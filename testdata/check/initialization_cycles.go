package main

var a = b
var b = c()

func c() int { return d.x }

var d = struct{ x int }{a}

const k1 = k2
const k2 = k1

var fine = func() int { return use() }

func use() int { return 1 }

var self = func() int { return other() }()

func other() int { return self }

func main() { println(a, fine()) }
