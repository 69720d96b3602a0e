// Package flag parses the command line: flags such as -n 3, -n=3, --name=x or -v, then the
// arguments.
//
//	var (
//		workers = flag.Int("workers", 4, "how many `goroutines` to start")
//		verbose = flag.Bool("v", false, "say more")
//	)
//
//	func main() {
//		flag.Parse()
//		fmt.Println(*workers, *verbose, flag.Args())
//	}
//
// Define all flags before Parse. One and two dashes are the same. A boolean flag needs no value,
// and takes one only after =. Flags end at the first argument that is none, or after --. -h and
// -help print the flags.
package flag

import (
	"encoding"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"
)

// ErrHelp is the error of FlagSet.Parse for -h and -help if the program does not define such flags.
var ErrHelp = errors.New("flag: help requested")

// Value is where a flag's value is kept. Implement it for types of your own and define the flag by
// Var. If it has a method IsBoolFlag() bool that returns true, the flag needs no value.
type Value interface {
	String() string   // the value as text; also called on a zero value
	Set(string) error // called with the text each time the flag is given
}

// Getter is a Value that can be retrieved; all of this package's are.
type Getter interface {
	Value
	Get() any // the value
}

// ErrorHandling says what FlagSet.Parse does when a flag is wrong.
type ErrorHandling int

// ContinueOnError, ExitOnError and PanicOnError say what Parse does after it has printed the error
// and the flags.
const (
	ContinueOnError ErrorHandling = iota // returns the error
	ExitOnError                          // ends the program with status 2, for -h with 0
	PanicOnError                         // panics
)

// Flag is one flag of a set.
type Flag struct {
	Name     string // without dashes
	Usage    string // the help text
	Value    Value  // the value as it is set
	DefValue string // the default as text
}

// FlagSet is a set of flags, such as those of a subcommand. The functions of the package work on
// the set CommandLine.
type FlagSet struct {
	Usage func() // called when a flag is wrong or for -h; nil prints the flags

	name     string
	parsed   bool
	actual   map[string]*Flag
	formal   map[string]*Flag
	args     []string
	handling ErrorHandling
	output   io.Writer
}

// variable is a Value of one of the predeclared types.
type variable[T any] struct {
	p     *T
	parse func(string) (T, error)
	kind  string
}

func (v *variable[T]) Set(s string) error {
	x, err := v.parse(s)
	if err != nil {
		return numError(err)
	}
	*v.p = x
	return nil
}

func (v *variable[T]) Get() any { return *v.p }

func (v *variable[T]) String() string {
	if v.p == nil {
		return ""
	}
	return fmt.Sprint(*v.p)
}

func (v *variable[T]) IsBoolFlag() bool { return v.kind == "bool" }
func (v *variable[T]) typeName() string { return v.kind }

func numError(err error) error {
	if e, ok := err.(*strconv.NumError); ok {
		if e.Err == strconv.ErrSyntax {
			return errors.New("parse error")
		}
		return errors.New("value out of range")
	}
	return err
}

func parseBool(s string) (bool, error) {
	b, err := strconv.ParseBool(s)
	if err != nil {
		err = errors.New("parse error")
	}
	return b, err
}

func parseInt(s string) (int, error) {
	n, err := strconv.ParseInt(s, 0, strconv.IntSize)
	return int(n), err
}

func parseUint(s string) (uint, error) {
	n, err := strconv.ParseUint(s, 0, strconv.IntSize)
	return uint(n), err
}

func parseInt64(s string) (int64, error)   { return strconv.ParseInt(s, 0, 64) }
func parseUint64(s string) (uint64, error) { return strconv.ParseUint(s, 0, 64) }
func parseString(s string) (string, error) { return s, nil }
func parseFloat(s string) (float64, error) { return strconv.ParseFloat(s, 64) }

func parseDuration(s string) (time.Duration, error) {
	d, err := time.ParseDuration(s)
	if err != nil {
		err = errors.New("parse error")
	}
	return d, err
}

func define[T any](f *FlagSet, p *T, name string, value T, usage, kind string, parse func(string) (T, error)) *T {
	if p == nil {
		p = new(T)
	}
	*p = value
	f.Var(&variable[T]{p, parse, kind}, name, usage)
	return p
}

type funcValue struct {
	f      func(string) error
	isBool bool
}

func (v funcValue) Set(s string) error { return v.f(s) }
func (v funcValue) String() string     { return "" }
func (v funcValue) IsBoolFlag() bool   { return v.isBool }

// NewFlagSet makes an empty set. The name stands in messages.
//
//	add := flag.NewFlagSet("add", flag.ExitOnError)
//	force := add.Bool("force", false, "replace what is there")
//	add.Parse(os.Args[2:])
func NewFlagSet(name string, errorHandling ErrorHandling) *FlagSet {
	f := &FlagSet{name: name, handling: errorHandling}
	f.Usage = f.defaultUsage
	return f
}

// CommandLine is the set that the package's functions use. It ends the program when a flag is
// wrong.
var CommandLine = NewFlagSet(os.Args[0], ExitOnError)

// Usage prints the program's flags; it is called when a flag is wrong and for -h. Assign another
// function for a text of your own.
var Usage = func() {
	fmt.Fprintf(CommandLine.Output(), "Usage of %s:\n", os.Args[0])
	PrintDefaults()
}

func init() { CommandLine.Usage = func() { Usage() } }

// Init sets name and error handling of a set, as NewFlagSet does.
func (f *FlagSet) Init(name string, errorHandling ErrorHandling) {
	f.name, f.handling = name, errorHandling
}

// Output returns where messages go, os.Stderr at first.
func (f *FlagSet) Output() io.Writer {
	if f.output == nil {
		return os.Stderr
	}
	return f.output
}

// Name returns the set's name.
func (f *FlagSet) Name() string { return f.name }

// ErrorHandling returns what Parse does when a flag is wrong.
func (f *FlagSet) ErrorHandling() ErrorHandling { return f.handling }

// SetOutput sets where messages go; nil stands for os.Stderr.
func (f *FlagSet) SetOutput(output io.Writer) { f.output = output }

// Parsed reports whether Parse was called.
func (f *FlagSet) Parsed() bool { return f.parsed }

// Args returns the arguments after the flags.
func (f *FlagSet) Args() []string { return f.args }

// NArg returns the number of arguments after the flags.
func (f *FlagSet) NArg() int { return len(f.args) }

// NFlag returns the number of flags that were given.
func (f *FlagSet) NFlag() int { return len(f.actual) }

// Lookup returns the flag of that name, nil if there is none.
func (f *FlagSet) Lookup(name string) *Flag { return f.formal[name] }

// Arg returns the argument i after the flags, "" if there are not so many.
func (f *FlagSet) Arg(i int) string {
	if i < 0 || i >= len(f.args) {
		return ""
	}
	return f.args[i]
}

func visit(flags map[string]*Flag, fn func(*Flag)) {
	names := make([]string, 0, len(flags))
	for n := range flags {
		names = append(names, n)
	}
	slices.Sort(names)
	for _, n := range names {
		fn(flags[n])
	}
}

// VisitAll calls fn for each flag that is defined, sorted by name.
func (f *FlagSet) VisitAll(fn func(*Flag)) { visit(f.formal, fn) }

// Visit calls fn for each flag that was given, sorted by name.
func (f *FlagSet) Visit(fn func(*Flag)) { visit(f.actual, fn) }

// Set sets a flag as if it had been given.
func (f *FlagSet) Set(name, value string) error {
	flag, ok := f.formal[name]
	if !ok {
		return fmt.Errorf("no such flag -%v", name)
	}
	if err := flag.Value.Set(value); err != nil {
		return err
	}
	if f.actual == nil {
		f.actual = map[string]*Flag{}
	}
	f.actual[name] = flag
	return nil
}

// Var defines a flag with a Value of your own. It panics if the name is taken, or is no good.
func (f *FlagSet) Var(value Value, name string, usage string) {
	if strings.HasPrefix(name, "-") {
		panic(f.sprintf("flag %q begins with -", name))
	} else if strings.Contains(name, "=") {
		panic(f.sprintf("flag %q contains =", name))
	}
	if f.formal[name] != nil {
		if f.name == "" {
			panic(f.sprintf("flag redefined: %s", name))
		}
		panic(f.sprintf("%s flag redefined: %s", f.name, name))
	}
	if f.formal == nil {
		f.formal = map[string]*Flag{}
	}
	f.formal[name] = &Flag{name, usage, value, value.String()}
}

func (f *FlagSet) sprintf(format string, a ...any) string {
	msg := fmt.Sprintf(format, a...)
	fmt.Fprintln(f.Output(), msg)
	return msg
}

func isBool(v Value) bool {
	b, ok := v.(interface{ IsBoolFlag() bool })
	return ok && b.IsBoolFlag()
}

// UnquoteUsage returns what the usage of a flag has in backquotes, as the name for its value, and
// the usage without them. Else the name tells the type: int, string, duration, and "" for boolean
// flags.
func UnquoteUsage(flag *Flag) (name string, usage string) {
	usage = flag.Usage
	if before, rest, ok := strings.Cut(usage, "`"); ok {
		if name, after, ok := strings.Cut(rest, "`"); ok {
			return name, before + name + after
		}
	}
	if isBool(flag.Value) {
		return "", usage
	}
	if t, ok := flag.Value.(interface{ typeName() string }); ok {
		return t.typeName(), usage
	}
	return "value", usage
}

// PrintDefaults prints all flags with usage and default.
func (f *FlagSet) PrintDefaults() {
	f.VisitAll(func(flag *Flag) {
		var b strings.Builder
		fmt.Fprintf(&b, "  -%s", flag.Name)
		name, usage := UnquoteUsage(flag)
		if name != "" {
			b.WriteString(" " + name)
		}
		if b.Len() <= 4 {
			b.WriteString("\t")
		} else {
			b.WriteString("\n    \t")
		}
		b.WriteString(strings.ReplaceAll(usage, "\n", "\n    \t"))
		switch flag.DefValue {
		case "", "0", "false", "0s":
		default:
			if name == "string" {
				fmt.Fprintf(&b, " (default %q)", flag.DefValue)
			} else {
				fmt.Fprintf(&b, " (default %v)", flag.DefValue)
			}
		}
		fmt.Fprint(f.Output(), b.String(), "\n")
	})
}

func (f *FlagSet) defaultUsage() {
	if f.name == "" {
		fmt.Fprintf(f.Output(), "Usage:\n")
	} else {
		fmt.Fprintf(f.Output(), "Usage of %s:\n", f.name)
	}
	f.PrintDefaults()
}

func (f *FlagSet) usage() {
	if f.Usage == nil {
		f.defaultUsage()
	} else {
		f.Usage()
	}
}

func (f *FlagSet) failf(format string, a ...any) error {
	msg := f.sprintf(format, a...)
	f.usage()
	return errors.New(msg)
}

// one parses one flag; false if there is none left.
func (f *FlagSet) one() (bool, error) {
	if len(f.args) == 0 {
		return false, nil
	}
	s := f.args[0]
	if len(s) < 2 || s[0] != '-' {
		return false, nil
	}
	name := s[1:]
	if name[0] == '-' {
		if name = name[1:]; name == "" {
			f.args = f.args[1:]
			return false, nil
		}
	}
	if name[0] == '-' || name[0] == '=' {
		return false, f.failf("bad flag syntax: %s", s)
	}
	f.args = f.args[1:]
	name, value, hasValue := strings.Cut(name, "=")
	flag, ok := f.formal[name]
	if !ok {
		if name == "help" || name == "h" {
			f.usage()
			return false, ErrHelp
		}
		return false, f.failf("flag provided but not defined: -%s", name)
	}
	if isBool(flag.Value) {
		if !hasValue {
			value = "true"
		}
		if err := f.Set(name, value); err != nil {
			return false, f.failf("invalid boolean value %q for -%s: %v", value, name, err)
		}
		return true, nil
	}
	if !hasValue {
		if len(f.args) == 0 {
			return false, f.failf("flag needs an argument: -%s", name)
		}
		value, f.args = f.args[0], f.args[1:]
	}
	if err := f.Set(name, value); err != nil {
		return false, f.failf("invalid value %q for flag -%s: %v", value, name, err)
	}
	return true, nil
}

// Parse parses arguments, without the program's name. What it does about an error the set's error
// handling tells; the error is ErrHelp for -h.
func (f *FlagSet) Parse(arguments []string) error {
	f.parsed = true
	f.args = arguments
	for {
		seen, err := f.one()
		if seen {
			continue
		}
		if err == nil {
			return nil
		}
		switch f.handling {
		case ContinueOnError:
			return err
		case ExitOnError:
			if err == ErrHelp {
				os.Exit(0)
			}
			os.Exit(2)
		case PanicOnError:
			panic(err)
		}
	}
}

// Func defines a flag for which fn is called with its value each time it is given. An error of fn
// is one of the flag.
func (f *FlagSet) Func(name, usage string, fn func(string) error) {
	f.Var(funcValue{fn, false}, name, usage)
}

// BoolFunc defines a flag that needs no value and for which fn is called each time it is given.
func (f *FlagSet) BoolFunc(name, usage string, fn func(string) error) {
	f.Var(funcValue{fn, true}, name, usage)
}

// textValue is a value that reads its own text.
type textValue struct{ p encoding.TextUnmarshaler }

func (v textValue) Set(s string) error { return v.p.UnmarshalText([]byte(s)) }
func (v textValue) Get() any           { return v.p }

func (v textValue) String() string {
	if m, ok := v.p.(encoding.TextMarshaler); ok {
		if b, err := m.MarshalText(); err == nil {
			return string(b)
		}
	}
	return ""
}

// TextVar defines a flag that p reads by UnmarshalText. value is the default, of the type that p
// points to.
func (f *FlagSet) TextVar(p encoding.TextUnmarshaler, name string, value encoding.TextMarshaler, usage string) {
	text, err := value.MarshalText()
	if err == nil {
		err = p.UnmarshalText(text)
	}
	if err != nil {
		panic(err)
	}
	f.Var(textValue{p}, name, usage)
}

// BoolVar defines a boolean flag whose value goes to *p. value is the default.
func (f *FlagSet) BoolVar(p *bool, name string, value bool, usage string) {
	define(f, p, name, value, usage, "bool", parseBool)
}

// Bool defines a boolean flag and returns where its value will be. value is the default.
func (f *FlagSet) Bool(name string, value bool, usage string) *bool {
	return define(f, nil, name, value, usage, "bool", parseBool)
}

// BoolVar defines a boolean flag whose value goes to *p. value is the default.
func BoolVar(p *bool, name string, value bool, usage string) {
	CommandLine.BoolVar(p, name, value, usage)
}

// Bool defines a boolean flag and returns where its value will be. value is the default.
func Bool(name string, value bool, usage string) *bool { return CommandLine.Bool(name, value, usage) }

// IntVar defines a flag for an int whose value goes to *p. value is the default. It may be written
// as in Go: 0x10, 1_000.
func (f *FlagSet) IntVar(p *int, name string, value int, usage string) {
	define(f, p, name, value, usage, "int", parseInt)
}

// Int defines a flag for an int and returns where its value will be. value is the default. It may
// be written as in Go: 0x10, 1_000.
func (f *FlagSet) Int(name string, value int, usage string) *int {
	return define(f, nil, name, value, usage, "int", parseInt)
}

// IntVar defines a flag for an int whose value goes to *p. value is the default. It may be written
// as in Go: 0x10, 1_000.
func IntVar(p *int, name string, value int, usage string) { CommandLine.IntVar(p, name, value, usage) }

// Int defines a flag for an int and returns where its value will be. value is the default. It may
// be written as in Go: 0x10, 1_000.
func Int(name string, value int, usage string) *int { return CommandLine.Int(name, value, usage) }

// Int64Var defines a flag for an int64 whose value goes to *p. value is the default.
func (f *FlagSet) Int64Var(p *int64, name string, value int64, usage string) {
	define(f, p, name, value, usage, "int", parseInt64)
}

// Int64 defines a flag for an int64 and returns where its value will be. value is the default.
func (f *FlagSet) Int64(name string, value int64, usage string) *int64 {
	return define(f, nil, name, value, usage, "int", parseInt64)
}

// Int64Var defines a flag for an int64 whose value goes to *p. value is the default.
func Int64Var(p *int64, name string, value int64, usage string) {
	CommandLine.Int64Var(p, name, value, usage)
}

// Int64 defines a flag for an int64 and returns where its value will be. value is the default.
func Int64(name string, value int64, usage string) *int64 {
	return CommandLine.Int64(name, value, usage)
}

// UintVar defines a flag for a uint whose value goes to *p. value is the default.
func (f *FlagSet) UintVar(p *uint, name string, value uint, usage string) {
	define(f, p, name, value, usage, "uint", parseUint)
}

// Uint defines a flag for a uint and returns where its value will be. value is the default.
func (f *FlagSet) Uint(name string, value uint, usage string) *uint {
	return define(f, nil, name, value, usage, "uint", parseUint)
}

// UintVar defines a flag for a uint whose value goes to *p. value is the default.
func UintVar(p *uint, name string, value uint, usage string) {
	CommandLine.UintVar(p, name, value, usage)
}

// Uint defines a flag for a uint and returns where its value will be. value is the default.
func Uint(name string, value uint, usage string) *uint { return CommandLine.Uint(name, value, usage) }

// Uint64Var defines a flag for a uint64 whose value goes to *p. value is the default.
func (f *FlagSet) Uint64Var(p *uint64, name string, value uint64, usage string) {
	define(f, p, name, value, usage, "uint", parseUint64)
}

// Uint64 defines a flag for a uint64 and returns where its value will be. value is the default.
func (f *FlagSet) Uint64(name string, value uint64, usage string) *uint64 {
	return define(f, nil, name, value, usage, "uint", parseUint64)
}

// Uint64Var defines a flag for a uint64 whose value goes to *p. value is the default.
func Uint64Var(p *uint64, name string, value uint64, usage string) {
	CommandLine.Uint64Var(p, name, value, usage)
}

// Uint64 defines a flag for a uint64 and returns where its value will be. value is the default.
func Uint64(name string, value uint64, usage string) *uint64 {
	return CommandLine.Uint64(name, value, usage)
}

// StringVar defines a flag for a string whose value goes to *p. value is the default.
func (f *FlagSet) StringVar(p *string, name string, value string, usage string) {
	define(f, p, name, value, usage, "string", parseString)
}

// String defines a flag for a string and returns where its value will be. value is the default.
func (f *FlagSet) String(name string, value string, usage string) *string {
	return define(f, nil, name, value, usage, "string", parseString)
}

// StringVar defines a flag for a string whose value goes to *p. value is the default.
func StringVar(p *string, name string, value string, usage string) {
	CommandLine.StringVar(p, name, value, usage)
}

// String defines a flag for a string and returns where its value will be. value is the default.
func String(name string, value string, usage string) *string {
	return CommandLine.String(name, value, usage)
}

// Float64Var defines a flag for a float64 whose value goes to *p. value is the default.
func (f *FlagSet) Float64Var(p *float64, name string, value float64, usage string) {
	define(f, p, name, value, usage, "float", parseFloat)
}

// Float64 defines a flag for a float64 and returns where its value will be. value is the default.
func (f *FlagSet) Float64(name string, value float64, usage string) *float64 {
	return define(f, nil, name, value, usage, "float", parseFloat)
}

// Float64Var defines a flag for a float64 whose value goes to *p. value is the default.
func Float64Var(p *float64, name string, value float64, usage string) {
	CommandLine.Float64Var(p, name, value, usage)
}

// Float64 defines a flag for a float64 and returns where its value will be. value is the default.
func Float64(name string, value float64, usage string) *float64 {
	return CommandLine.Float64(name, value, usage)
}

// DurationVar defines a flag for a time.Duration such as 1m30s whose value goes to *p. value is the
// default.
func (f *FlagSet) DurationVar(p *time.Duration, name string, value time.Duration, usage string) {
	define(f, p, name, value, usage, "duration", parseDuration)
}

// Duration defines a flag for a time.Duration such as 1m30s and returns where its value will be.
// value is the default.
func (f *FlagSet) Duration(name string, value time.Duration, usage string) *time.Duration {
	return define(f, nil, name, value, usage, "duration", parseDuration)
}

// DurationVar defines a flag for a time.Duration such as 1m30s whose value goes to *p. value is the
// default.
func DurationVar(p *time.Duration, name string, value time.Duration, usage string) {
	CommandLine.DurationVar(p, name, value, usage)
}

// Duration defines a flag for a time.Duration such as 1m30s and returns where its value will be.
// value is the default.
func Duration(name string, value time.Duration, usage string) *time.Duration {
	return CommandLine.Duration(name, value, usage)
}

// Var defines a flag with a Value of your own. It panics if the name is taken, or is no good.
func Var(value Value, name string, usage string) { CommandLine.Var(value, name, usage) }

// Func defines a flag for which fn is called with its value each time it is given. An error of fn
// is one of the flag.
func Func(name, usage string, fn func(string) error) { CommandLine.Func(name, usage, fn) }

// BoolFunc defines a flag that needs no value and for which fn is called each time it is given.
func BoolFunc(name, usage string, fn func(string) error) { CommandLine.BoolFunc(name, usage, fn) }

// TextVar defines a flag that p reads by UnmarshalText. value is the default, of the type that p
// points to.
func TextVar(p encoding.TextUnmarshaler, name string, value encoding.TextMarshaler, usage string) {
	CommandLine.TextVar(p, name, value, usage)
}

// Parse parses the command line. Call it in main, after all flags are defined. If a flag is wrong,
// it prints the flags and ends the program with status 2.
func Parse() { CommandLine.Parse(os.Args[1:]) }

// Parsed reports whether Parse was called.
func Parsed() bool { return CommandLine.Parsed() }

// Args returns the arguments after the flags.
func Args() []string { return CommandLine.Args() }

// Arg returns the argument i after the flags, "" if there are not so many.
func Arg(i int) string { return CommandLine.Arg(i) }

// NArg returns the number of arguments after the flags.
func NArg() int { return CommandLine.NArg() }

// NFlag returns the number of flags that were given.
func NFlag() int { return CommandLine.NFlag() }

// Lookup returns the flag of that name, nil if there is none.
func Lookup(name string) *Flag { return CommandLine.Lookup(name) }

// Set sets a flag as if it had been given.
func Set(name, value string) error { return CommandLine.Set(name, value) }

// PrintDefaults prints all flags with usage and default.
func PrintDefaults() { CommandLine.PrintDefaults() }

// Visit calls fn for each flag that was given, sorted by name.
func Visit(fn func(*Flag)) { CommandLine.Visit(fn) }

// VisitAll calls fn for each flag that is defined, sorted by name.
func VisitAll(fn func(*Flag)) { CommandLine.VisitAll(fn) }
