// Package log prints messages, a line each, with the time, a prefix or the place in the source
// before them, to standard error or elsewhere. Goroutines may share its functions and loggers.
//
//	log.SetFlags(log.Ltime | log.Lshortfile)
//	log.Printf("%d workers", 4) // 07:45:00 main.go:9: 4 workers
//	log.Fatal("no input")       // the same way, and the program ends with status 1
package log

import (
	"fmt"
	"internal/stdio"
	"io"
	"runtime"
	"sync"
	"time"
)

// Ldate and the others tell what stands before a message. Combine them by |; their order in the
// line is fixed.
const (
	Ldate         = 1 << iota     // date in the local zone, 2026/11/21
	Ltime                         // time in the local zone, 07:45:00
	Lmicroseconds                 // with microseconds, 07:45:00.123456
	Llongfile                     // path of the file and line
	Lshortfile                    // name of the file and line, rather than the path
	LUTC                          // date and time in UTC
	Lmsgprefix                    // the prefix before the message rather than at the beginning of the line
	LstdFlags     = Ldate | Ltime // what loggers begin with
)

// Logger writes messages to one writer, each in one Write. Goroutines may share it.
type Logger struct {
	mu     sync.Mutex
	prefix string
	flags  int
	out    io.Writer // nil: standard error
}

// New makes a Logger that writes to out, with the given prefix and flags.
//
//	errs := log.New(os.Stderr, "error: ", log.LstdFlags|log.Lmsgprefix)
//	errs.Println("disk full")
func New(out io.Writer, prefix string, flag int) *Logger {
	return &Logger{out: out, prefix: prefix, flags: flag}
}

var std = &Logger{flags: LstdFlags}

// Default returns the logger that the package's functions use.
func Default() *Logger { return std }

// exit ends the process.
func exit(code int)

func (l *Logger) header(now time.Time, skip int) string {
	s := ""
	if l.flags&Lmsgprefix == 0 {
		s = l.prefix
	}
	if l.flags&LUTC != 0 {
		now = now.UTC()
	}
	if l.flags&Ldate != 0 {
		s += now.Format("2006/01/02 ")
	}
	if l.flags&Lmicroseconds != 0 {
		s += now.Format("15:04:05.000000 ")
	} else if l.flags&Ltime != 0 {
		s += now.Format("15:04:05 ")
	}
	if l.flags&(Lshortfile|Llongfile) != 0 {
		_, file, line, ok := runtime.Caller(skip)
		if !ok {
			file, line = "???", 0
		}
		if l.flags&Lshortfile != 0 {
			for i := len(file) - 1; i >= 0; i-- {
				if file[i] == '/' {
					file = file[i+1:]
					break
				}
			}
		}
		s += fmt.Sprint(file, ":", line, ": ")
	}
	if l.flags&Lmsgprefix != 0 {
		s += l.prefix
	}
	return s
}

// Output writes s, with a newline if it has none. calldepth tells whose place Lshortfile and
// Llongfile print: 1 for the caller of Output, 2 for its caller.
func (l *Logger) Output(calldepth int, s string) error {
	now := time.Now()
	l.mu.Lock()
	defer l.mu.Unlock()
	if len(s) == 0 || s[len(s)-1] != '\n' {
		s += "\n"
	}
	out := l.out
	if out == nil {
		out = stdio.Err()
	}
	_, err := io.WriteString(out, l.header(now, calldepth+1)+s)
	return err
}

// Print logs a message, formatted as by fmt.Print.
func (l *Logger) Print(v ...any) { l.Output(2, fmt.Sprint(v...)) }

// Printf logs a message, formatted as by fmt.Printf.
func (l *Logger) Printf(format string, v ...any) { l.Output(2, fmt.Sprintf(format, v...)) }

// Println logs a message, formatted as by fmt.Println.
func (l *Logger) Println(v ...any) { l.Output(2, fmt.Sprintln(v...)) }

// Fatal logs a message, formatted as by fmt.Print, and ends the program with status 1, without
// running deferred calls.
func (l *Logger) Fatal(v ...any) {
	l.Output(2, fmt.Sprint(v...))
	exit(1)
}

// Fatalf logs a message, formatted as by fmt.Printf, and ends the program with status 1, without
// running deferred calls.
func (l *Logger) Fatalf(format string, v ...any) {
	l.Output(2, fmt.Sprintf(format, v...))
	exit(1)
}

// Fatalln logs a message, formatted as by fmt.Println, and ends the program with status 1, without
// running deferred calls.
func (l *Logger) Fatalln(v ...any) {
	l.Output(2, fmt.Sprintln(v...))
	exit(1)
}

// Panic logs a message, formatted as by fmt.Print, and panics with it.
func (l *Logger) Panic(v ...any) {
	s := fmt.Sprint(v...)
	l.Output(2, s)
	panic(s)
}

// Panicf logs a message, formatted as by fmt.Printf, and panics with it.
func (l *Logger) Panicf(format string, v ...any) {
	s := fmt.Sprintf(format, v...)
	l.Output(2, s)
	panic(s)
}

// Panicln logs a message, formatted as by fmt.Println, and panics with it.
func (l *Logger) Panicln(v ...any) {
	s := fmt.Sprintln(v...)
	l.Output(2, s)
	panic(s)
}

// Flags returns the flags.
func (l *Logger) Flags() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.flags
}

// SetFlags sets the flags.
func (l *Logger) SetFlags(flag int) {
	l.mu.Lock()
	l.flags = flag
	l.mu.Unlock()
}

// Prefix returns the prefix.
func (l *Logger) Prefix() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.prefix
}

// SetPrefix sets the prefix.
func (l *Logger) SetPrefix(prefix string) {
	l.mu.Lock()
	l.prefix = prefix
	l.mu.Unlock()
}

// Writer returns what the logger writes to.
func (l *Logger) Writer() io.Writer {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.out == nil {
		return stdio.Err()
	}
	return l.out
}

// SetOutput sets what the logger writes to.
func (l *Logger) SetOutput(w io.Writer) {
	l.mu.Lock()
	l.out = w
	l.mu.Unlock()
}

// Print logs a message, formatted as by fmt.Print.
func Print(v ...any) { std.Output(2, fmt.Sprint(v...)) }

// Printf logs a message, formatted as by fmt.Printf.
func Printf(format string, v ...any) { std.Output(2, fmt.Sprintf(format, v...)) }

// Println logs a message, formatted as by fmt.Println.
func Println(v ...any) { std.Output(2, fmt.Sprintln(v...)) }

// Fatal logs a message, formatted as by fmt.Print, and ends the program with status 1, without
// running deferred calls.
func Fatal(v ...any) {
	std.Output(2, fmt.Sprint(v...))
	exit(1)
}

// Fatalf logs a message, formatted as by fmt.Printf, and ends the program with status 1, without
// running deferred calls.
func Fatalf(format string, v ...any) {
	std.Output(2, fmt.Sprintf(format, v...))
	exit(1)
}

// Fatalln logs a message, formatted as by fmt.Println, and ends the program with status 1, without
// running deferred calls.
func Fatalln(v ...any) {
	std.Output(2, fmt.Sprintln(v...))
	exit(1)
}

// Panic logs a message, formatted as by fmt.Print, and panics with it.
func Panic(v ...any) {
	s := fmt.Sprint(v...)
	std.Output(2, s)
	panic(s)
}

// Panicf logs a message, formatted as by fmt.Printf, and panics with it.
func Panicf(format string, v ...any) {
	s := fmt.Sprintf(format, v...)
	std.Output(2, s)
	panic(s)
}

// Panicln logs a message, formatted as by fmt.Println, and panics with it.
func Panicln(v ...any) {
	s := fmt.Sprintln(v...)
	std.Output(2, s)
	panic(s)
}

// Output is Logger.Output of the default logger.
func Output(calldepth int, s string) error { return std.Output(calldepth+1, s) }

// Flags returns the default logger's flags.
func Flags() int { return std.Flags() }

// SetFlags sets the default logger's flags.
func SetFlags(flag int) { std.SetFlags(flag) }

// Prefix returns the default logger's prefix.
func Prefix() string { return std.Prefix() }

// SetPrefix sets the default logger's prefix.
func SetPrefix(prefix string) { std.SetPrefix(prefix) }

// Writer returns what the default logger writes to.
func Writer() io.Writer { return std.Writer() }

// SetOutput sets what the default logger writes to.
func SetOutput(w io.Writer) { std.SetOutput(w) }
