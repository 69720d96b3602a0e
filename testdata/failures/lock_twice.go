package main

import "sync"

type Account struct {
	mu      sync.Mutex
	balance int
}

func (a *Account) Balance() int {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.balance
}

func (a *Account) Withdraw(n int) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.Balance() >= n {
		a.balance -= n
	}
}

func main() {
	a := &Account{balance: 10}
	a.Withdraw(5)
}
