package main

import (
	"errors"
	"fmt"
)

func task(fail bool, doneChan chan bool, errorChan chan error) {
	if fail {
		errorChan <- errors.New("task failed")
		return
	}
	doneChan <- true
}

func main() {
	for _, fail := range []bool{false, true} {
		doneChan, errorChan := make(chan bool), make(chan error)
		go task(fail, doneChan, errorChan)
		select {
		case err := <-errorChan:
			fmt.Println("error:", err)
		case <-doneChan:
			fmt.Println("done")
		}
	}
}
