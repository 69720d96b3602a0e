package main
import . "m/a"
func h() { F() }
