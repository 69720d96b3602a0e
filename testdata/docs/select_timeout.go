package main

import (
	"fmt"
	"time"
)

func buffered(slow bool) error {
	errCh := make(chan error, 1)
	go func() {
		if slow {
			time.Sleep(time.Second)
		}
		errCh <- nil
	}()
	select {
	case err := <-errCh:
		return err
	case <-time.After(50 * time.Millisecond):
		return fmt.Errorf("timeout")
	}
}

func main() {
	fmt.Println(buffered(false))
	fmt.Println(buffered(true))
}
