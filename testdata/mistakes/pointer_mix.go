package main

import "fmt"

type Account struct{ balance int }

func deposit(a *Account, n int) { a.balance += n }

func main() {
	acc := Account{}
	deposit(acc, 10)
	p := &acc
	var q Account = p
	var count *int = 5
	fmt.Println(p + 1, *acc, q, count)
	fmt.Println(&10, acc.balance.x)
}
