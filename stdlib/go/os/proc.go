package os

import (
	"errors"
	"syscall"
)

// Args are the program and its arguments.
var Args []string = args()

func args() []string
func itoa(i int) string

// Exit ends the program at once.
func Exit(code int)

func Getpid() int
func Getppid() int
func Getuid() int
func Geteuid() int
func Getgid() int
func Getegid() int
func Getpagesize() int { return 4096 }

func hostname() string

func Hostname() (name string, err error) { return hostname(), nil }

func executable() string

func Executable() (string, error) { return executable(), nil }

func LookupEnv(key string) (string, bool)
func Environ() []string
func Clearenv()
func setenv(key, value string)

func Unsetenv(key string) error {
	unsetenv(key)
	return nil
}

func unsetenv(key string)

func Getenv(key string) string {
	v, _ := LookupEnv(key)
	return v
}

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

func ExpandEnv(s string) string { return Expand(s, Getenv) }

func isSpecial(c byte) bool {
	return c == '*' || c == '#' || c == '$' || c == '@' || c == '!' || c == '?' || c == '-' || c >= '0' && c <= '9'
}

func isName(c byte) bool {
	return c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

// Expand replaces ${var} and $var by mapping's results.
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

func UserHomeDir() (string, error) {
	if dir := Getenv("HOME"); dir != "" {
		return dir, nil
	}
	return "", errors.New("$HOME is not defined")
}

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

// Signal is a signal of the operating system.
type Signal interface {
	String() string
	Signal()
}

var (
	Interrupt Signal = syscall.SIGINT
	Kill      Signal = syscall.SIGKILL
)
