package main

var k = func() int { return len(D{}) + 20 }()
