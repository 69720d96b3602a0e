package main

import "sync"

type Account struct {
	mu      sync.Mutex
	balance int
}

func (a *Account) Deposit(n int) {
	a.balance += n
	a.mu.Unlock()
}

func main() {
	var a Account
	a.Deposit(5)
}
