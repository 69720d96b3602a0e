// optimised: faults are only caught where handlers are tail calls.
package main

import (
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"syscall"
	"unsafe"
)

// Addresses that lead nowhere: near nil they panic as nil does, elsewhere only if asked to.

func load(address uintptr) (text string) {
	defer func() {
		r := recover()
		_, ok := r.(runtime.Error)
		text = fmt.Sprint(r, ok)
	}()
	return fmt.Sprint(*(*int)(unsafe.Pointer(address)))
}

func store(s []byte, i int) (text string) {
	defer func() { text = fmt.Sprint(recover()) }()
	s[i] = 1
	return ""
}

func main() {
	fmt.Println(load(8))
	old := debug.SetPanicOnFault(true)
	fmt.Println(old)
	page := syscall.Getpagesize()
	data, err := syscall.Mmap(-1, 0, 4*page, syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_ANON|syscall.MAP_PRIVATE)
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	if err := syscall.Mprotect(data[page:2*page], syscall.PROT_NONE); err != nil {
		fmt.Println(err)
	}
	fmt.Println(store(data, page-1), store(data, page), store(data, 2*page))
	fmt.Println(debug.SetPanicOnFault(false))
	*(*int)(unsafe.Pointer(&data[page])) = 1
}
