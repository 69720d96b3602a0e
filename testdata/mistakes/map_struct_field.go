package main

import "fmt"

type Player struct{ score int }

func main() {
	players := map[string]Player{}
	players["ann"].score = 3
	fmt.Println(players)
}
