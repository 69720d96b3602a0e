package repl

import (
	"fmt"
	"runtime"
	"sort"
	"strconv"
	"strings"
)

// A goroutine is one as a traceback shows it.
type goroutine struct {
	id      int
	state   string
	at      string
	created string
}

// Goroutines prints all goroutines but those of the session: their states, where they are, and where
// they were created.
func Goroutines() {
	buf := make([]byte, 1<<16)
	n := runtime.Stack(buf, true)
	for n == len(buf) && n < 1<<26 {
		buf = make([]byte, 4*n)
		n = runtime.Stack(buf, true)
	}
	var all []goroutine
	for i, text := range strings.Split(string(buf[:n]), "\n\n") {
		if i > 0 {
			all = append(all, parse(strings.TrimSpace(text)))
		}
	}
	if len(all) == 0 {
		write(1, "no goroutines\n")
		return
	}
	sort.Slice(all, func(i, j int) bool { return all[i].id < all[j].id })
	id, state, at := len("goroutine"), len("state"), len("at")
	for _, g := range all {
		id = max(id, len(strconv.Itoa(g.id)))
		state = max(state, len(g.state))
		at = max(at, len(g.at))
	}
	var out strings.Builder
	fmt.Fprintf(&out, "%-*s  %-*s  %-*s  created\n", id, "goroutine", state, "state", at, "at")
	for _, g := range all {
		fmt.Fprintf(&out, "%*d  %-*s  %-*s  %s\n", id, g.id, state, g.state, at, g.at, g.created)
	}
	write(1, out.String())
}

// parse reads a goroutine's part of a traceback.
func parse(text string) goroutine {
	lines := strings.Split(text, "\n")
	g := goroutine{created: "to run an entry, which was given up"}
	head, state, _ := strings.Cut(lines[0], " [")
	g.id, _ = strconv.Atoi(strings.TrimPrefix(head, "goroutine "))
	g.state = strings.TrimSuffix(state, "]:")
	isPlaced := false
	for i := 1; i+1 < len(lines); i += 2 {
		name, place := lines[i], strings.TrimSpace(lines[i+1])
		place, _, _ = strings.Cut(place, " +")
		if isOfLibrary(place) {
			place = ""
		}
		name, isCreation := strings.CutPrefix(name, "created by ")
		if isCreation {
			g.created = place
			continue
		}
		if i := strings.LastIndexByte(name, '('); i > 0 {
			name = name[:i]
		}
		switch {
		case g.at == "" && place == "":
			g.at = name
		case place != "" && !isPlaced:
			g.at = strings.TrimSpace(place + " " + g.at)
			isPlaced = true
		}
	}
	return g
}

// isOfLibrary tells whether a place is in the standard library.
func isOfLibrary(place string) bool { return strings.HasPrefix(place, "$GOROOT") }
