// Package repl runs the entries of an interactive session and shows their results.
package repl

import (
	"fmt"
	"internal/stdio"
	"os"
	"runtime"
	"runtime/debug"
	"strings"
	"time"
)

// next tells how the entry before ended and waits for one to run.
func next(status int) func()

// watch waits for an event: 1 for a deadlock, 2 for an interrupt, 3 for a fatal error
// that has ended the entry's goroutine; above eventBits the goroutine that it is about.
func watch() int

// current gives the goroutine that runs the entry, 0 between entries.
func current() uint64

// running notes that the calling goroutine runs the entry.
func running()

// isGivenUp tells whether the calling goroutine exits because of an event.
func isGivenUp() bool

// explained gives what is shown above a panic with this text and stack on a terminal.
func explained(text string) string

// freshLine ends the line that the program has begun on a descriptor, if it has.
func freshLine(fd int)

const eventBits = 2

const (
	done = iota
	exited
	panicked
	deadlocked
	interrupted
	givenUp
)

// patience is how long an entry that is given up may take for its deferred calls before the next one
// comes.
const patience = 100 * time.Millisecond

// Serve runs entries for as long as the process lives.
func Serve() {
	events := make(chan int, 16)
	go func() {
		for {
			event := watch()
			select {
			case events <- event:
			default:
			}
		}
	}()
	runtime.Gosched()
	status := done
	for {
		entry := next(status)
		end := make(chan int, 1)
		go run(entry, end)
		status = wait(end, events)
	}
}

// wait waits for the end of the entry, or for what ends the waiting for it. Events that are about an
// earlier entry mean nothing.
func wait(end, events <-chan int) int {
	hasEnded := false
	for {
		select {
		case status := <-end:
			if status != givenUp {
				return status
			}
			// The event is on its way.
			hasEnded = true
		case event := <-events:
			about := uint64(event >> eventBits)
			if about == 0 || about != current() {
				continue
			}
			status := panicked
			switch event & (1<<eventBits - 1) {
			case 1:
				status = deadlocked
			case 2:
				status = interrupted
			}
			if status != panicked && !hasEnded {
				select {
				case <-end:
				case <-time.After(patience):
				}
			}
			return status
		}
	}
}

// run runs an entry on a goroutine of its own. All frames of the entry are gone when end gets its
// status, unless it is exited.
func run(entry func(), end chan<- int) {
	status := exited
	defer func() {
		if isGivenUp() {
			status = givenUp
		}
		end <- status
	}()
	status = guarded(entry)
}

// guarded runs an entry and reports its panic.
func guarded(entry func()) (status int) {
	status = panicked
	defer func() {
		if status == panicked {
			if v := recover(); v != nil {
				report(v, string(debug.Stack()))
			}
		}
	}()
	running()
	entry()
	return done
}

// maxPlaces is how many calls are listed.
const maxPlaces = 8

// report prints a panic with its places in entries.
func report(v any, stack string) {
	var text string
	switch v := v.(type) {
	case runtime.Error:
		text = v.Error()
	case error:
		text = v.Error()
	case fmt.Stringer:
		text = v.String()
	case string:
		text = v
	default:
		text = strings.ReplaceAll(fmt.Sprintf("%#v", v), "main.", "")
	}
	var places []string
	here, _ := os.Getwd()
	here += "/"
	lines := strings.Split(stack, "\n")
	for i := 1; i+1 < len(lines) && len(places) < maxPlaces; i += 2 {
		place := strings.TrimSpace(lines[i+1])
		place, _, _ = strings.Cut(place, " ")
		place = strings.TrimPrefix(place, here)
		isFile := strings.Contains(place, ".go:") && !strings.HasPrefix(place, "$GOROOT")
		if !isFile && !strings.HasPrefix(place, "entry") {
			continue
		}
		name, _, _ := strings.Cut(lines[i], "(")
		name = name[strings.LastIndex(name, "/")+1:]
		if strings.HasPrefix(name, "main.<entry>") {
			name = "here"
		}
		line := fmt.Sprintf("\tat %s (%s)\n", place, strings.TrimPrefix(name, "main."))
		// A function literal stands in the line of its call.
		if len(places) == 0 || places[len(places)-1] != line {
			places = append(places, line)
		}
	}
	shown := explained("panic: " + text + "\n\n" + stack)
	switch {
	case shown == "":
		shown = "panic: " + text + "\n"
	case len(places) == 1:
		// It has been shown.
		places = nil
	}
	write(2, shown+strings.Join(places, ""))
}

// Settle lets the goroutines that can run do so for a moment.
func Settle() {
	for range 100 {
		runtime.Gosched()
	}
}

// write writes to a descriptor, at the beginning of a line, whatever the program has made of os.Stdout.
func write(fd int, text string) {
	freshLine(fd)
	stdio.Write(fd, []byte(text))
}
