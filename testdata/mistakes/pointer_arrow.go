package main

type Account struct{ balance int }

func main() {
	p := &Account{}
	p->balance = 3
}
