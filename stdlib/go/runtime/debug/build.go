package debug

import (
	"fmt"
	"runtime"
	"strconv"
	"strings"
)

// Module is a module that the program is made of.
type Module struct {
	Path    string  `json:",omitempty"`
	Version string  `json:",omitempty"`
	Sum     string  `json:",omitempty"` // checksum
	Replace *Module `json:",omitempty"` // what stands in its place
}

// BuildSetting is a setting with which the program was built.
type BuildSetting struct {
	Key, Value string
}

// BuildInfo tells what the program is made of.
type BuildInfo struct {
	GoVersion string         `json:",omitempty"` // release of the language
	Path      string         `json:",omitempty"` // import path of package main
	Main      Module         `json:""`           // its module
	Deps      []*Module      `json:",omitempty"` // the modules that it needs
	Settings  []BuildSetting `json:",omitempty"`
}

// ReadBuildInfo tells what the running program is made of; ok is false if nothing is known.
func ReadBuildInfo() (info *BuildInfo, ok bool) {
	return &BuildInfo{GoVersion: runtime.Version(), Path: "command-line-arguments"}, true
}

// quote: keys and values with characters that the format needs are quoted.
func quote(s, special string) string {
	if s == "" || strings.ContainsAny(s, special) {
		return strconv.Quote(s)
	}
	return s
}

// String returns the text that ParseBuildInfo reads.
func (bi *BuildInfo) String() string {
	var b strings.Builder
	if bi.GoVersion != "" {
		fmt.Fprintf(&b, "go\t%s\n", bi.GoVersion)
	}
	if bi.Path != "" {
		fmt.Fprintf(&b, "path\t%s\n", bi.Path)
	}
	var module func(word string, m Module)
	module = func(word string, m Module) {
		fmt.Fprintf(&b, "%s\t%s\t%s", word, m.Path, m.Version)
		if m.Replace == nil {
			b.WriteString("\t" + m.Sum)
		} else {
			b.WriteString("\n")
			module("=>", *m.Replace)
		}
		b.WriteString("\n")
	}
	if bi.Main != (Module{}) {
		module("mod", bi.Main)
	}
	for _, dep := range bi.Deps {
		module("dep", *dep)
	}
	for _, s := range bi.Settings {
		value := s.Value
		if strings.ContainsAny(value, " \t\r\n\"`") {
			value = strconv.Quote(value)
		}
		fmt.Fprintf(&b, "build\t%s=%s\n", quote(s.Key, "= \t\r\n\"`"), value)
	}
	return b.String()
}

// ParseBuildInfo reads what BuildInfo.String has written.
func ParseBuildInfo(data string) (bi *BuildInfo, err error) {
	bi = new(BuildInfo)
	var last *Module
	n := 0
	for line := range strings.Lines(data) {
		n++
		word, rest, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		parts := strings.Split(rest, "\t")
		if err := bi.parse(word, rest, parts, &last); err != nil {
			return nil, fmt.Errorf("could not parse Go build info: line %d: %w", n, err)
		}
	}
	return bi, nil
}

func parseModule(parts []string) (Module, error) {
	if len(parts) != 2 && len(parts) != 3 {
		return Module{}, fmt.Errorf("expected 2 or 3 columns; got %d", len(parts))
	}
	m := Module{Path: parts[0], Version: parts[1]}
	if len(parts) == 3 {
		m.Sum = parts[2]
	}
	return m, nil
}

func (bi *BuildInfo) parse(word, rest string, parts []string, last **Module) error {
	switch word {
	case "path":
		bi.Path = rest
	case "mod", "dep", "=>":
		m, err := parseModule(parts)
		if err != nil {
			return err
		}
		switch word {
		case "mod":
			bi.Main = m
			*last = &bi.Main
		case "dep":
			bi.Deps = append(bi.Deps, &m)
			*last = &m
		default:
			if len(parts) != 3 {
				return fmt.Errorf("expected 3 columns for replacement; got %d", len(parts))
			}
			if *last == nil {
				return fmt.Errorf("replacement with no module on previous line")
			}
			(*last).Replace = &m
			*last = nil
		}
	case "build":
		return bi.parseSetting(rest)
	}
	return nil
}

func (bi *BuildInfo) parseSetting(rest string) error {
	if rest == "" {
		return fmt.Errorf("build line missing '=' after key")
	}
	take := func(stop string) (string, error) {
		if rest[0] == '"' || rest[0] == '`' {
			q, err := strconv.QuotedPrefix(rest)
			if err != nil {
				return "", fmt.Errorf("invalid quoted key in build line")
			}
			rest = rest[len(q):]
			return strconv.Unquote(q)
		}
		end := len(rest)
		if stop != "" {
			if end = strings.Index(rest, stop); end < 0 {
				return "", fmt.Errorf("build line missing '=' after key")
			}
		}
		s := rest[:end]
		rest = rest[end:]
		return s, nil
	}
	key, err := take("=")
	if err != nil {
		return err
	}
	rest = strings.TrimPrefix(rest, "=")
	value := ""
	if rest != "" {
		if value, err = take(""); err != nil {
			return err
		}
	}
	bi.Settings = append(bi.Settings, BuildSetting{key, value})
	return nil
}
