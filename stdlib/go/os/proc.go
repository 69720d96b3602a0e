package os

import (
	"errors"
	"syscall"
)

// Args has the command line: the program's name, then its arguments. See package flag to parse
// them.
var Args []string = args()

func args() []string
func itoa(i int) string

// Exit ends the program at once with that status, 0 for success. Deferred calls don't run.
func Exit(code int)

// Getpid returns the number of the process.
func Getpid() int

// Getppid returns the number of the parent process.
func Getppid() int

// Getuid returns the number of the user.
func Getuid() int

// Geteuid returns the number of the user whose rights the process has.
func Geteuid() int

// Getgid returns the number of the group.
func Getgid() int

// Getegid returns the number of the group whose rights the process has.
func Getegid() int

// Getpagesize returns the size of a page of memory.
func Getpagesize() int { return 4096 }

func hostname() string

// Hostname returns the computer's name.
func Hostname() (name string, err error) { return hostname(), nil }

func executable() string

// Executable returns the path of the running program, which is gorun.
func Executable() (string, error) { return executable(), nil }

// LookupEnv returns a variable of the environment, and whether it is set; it may be set and empty.
func LookupEnv(key string) (string, bool)

// Environ returns the environment as strings "key=value".
func Environ() []string

// Clearenv deletes all variables of the environment.
func Clearenv()
func setenv(key, value string)

// Unsetenv deletes a variable of the environment.
func Unsetenv(key string) error {
	unsetenv(key)
	return nil
}

func unsetenv(key string)

// Getenv returns a variable of the environment, "" if it is not set.
func Getenv(key string) string {
	v, _ := LookupEnv(key)
	return v
}

// Setenv sets a variable of the environment. A key that is empty or has = or a zero byte is an
// error.
func Setenv(key, value string) error {
	if key == "" {
		return NewSyscallError("setenv", syscall.EINVAL)
	}
	for i := range len(key) {
		if key[i] == '=' || key[i] == 0 {
			return NewSyscallError("setenv", syscall.EINVAL)
		}
	}
	setenv(key, value)
	return nil
}

// ExpandEnv replaces $var and ${var} in s by the variables of the environment.
func ExpandEnv(s string) string { return Expand(s, Getenv) }

func isSpecial(c byte) bool {
	return c == '*' || c == '#' || c == '$' || c == '@' || c == '!' || c == '?' || c == '-' || c >= '0' && c <= '9'
}

func isName(c byte) bool {
	return c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

// Expand replaces $var and ${var} in s by what mapping returns for var.
func Expand(s string, mapping func(string) string) string {
	var b []byte
	from := 0
	for i := 0; i < len(s); i++ {
		if s[i] != '$' || i+1 >= len(s) {
			continue
		}
		b = append(b, s[from:i]...)
		name, width := variable(s[i+1:])
		if name == "" && width == 0 {
			b = append(b, '$')
		} else if name != "" {
			b = append(b, mapping(name)...)
		}
		i += width
		from = i + 1
	}
	if from == 0 {
		return s
	}
	return string(b) + s[from:]
}

// variable reads the name that follows a '$'.
func variable(s string) (name string, width int) {
	switch {
	case s[0] == '{':
		if len(s) > 2 && isSpecial(s[1]) && s[2] == '}' {
			return s[1:2], 3
		}
		for i := 1; i < len(s); i++ {
			if s[i] == '}' {
				if i == 1 {
					return "", 2
				}
				return s[1:i], i + 1
			}
		}
		return "", 1
	case isSpecial(s[0]):
		return s[:1], 1
	}
	i := 0
	for i < len(s) && isName(s[i]) {
		i++
	}
	return s[:i], i
}

// UserHomeDir returns the user's home directory, $HOME; an error if that is empty.
func UserHomeDir() (string, error) {
	if dir := Getenv("HOME"); dir != "" {
		return dir, nil
	}
	return "", errors.New("$HOME is not defined")
}

// UserCacheDir returns where programs keep what they can make again: $XDG_CACHE_HOME, else
// $HOME/.cache.
func UserCacheDir() (string, error) {
	if dir := Getenv("XDG_CACHE_HOME"); dir != "" {
		return dir, nil
	}
	dir, err := UserHomeDir()
	if err != nil {
		return "", errors.New("neither $XDG_CACHE_HOME nor $HOME are defined")
	}
	return dir + "/.cache", nil
}

// UserConfigDir returns where programs keep their settings: $XDG_CONFIG_HOME, else $HOME/.config.
func UserConfigDir() (string, error) {
	if dir := Getenv("XDG_CONFIG_HOME"); dir != "" {
		return dir, nil
	}
	dir, err := UserHomeDir()
	if err != nil {
		return "", errors.New("neither $XDG_CONFIG_HOME nor $HOME are defined")
	}
	return dir + "/.config", nil
}

// Signal is a signal of the operating system; see package os/signal.
type Signal interface {
	String() string // the signal's description
	Signal()        // does nothing: only signals have it
}

// Interrupt and Kill are the signals that every system has: the first is Ctrl-C's, the second
// cannot be caught.
var (
	Interrupt Signal = syscall.SIGINT
	Kill      Signal = syscall.SIGKILL
)
