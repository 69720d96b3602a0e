// Package filepath works on paths of the file system (Unix).
package filepath

import (
	"errors"
	"internal/pathmatch"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
)

const (
	Separator     = '/'
	ListSeparator = ':'
)

var (
	ErrBadPattern       = path.ErrBadPattern
	SkipDir       error = fs.SkipDir
	SkipAll       error = fs.SkipAll

	errNotDir = errors.New("not a directory")
)

// Clean returns the shortest equivalent path.
func Clean(path_ string) string { return path.Clean(path_) }

// Split cuts path after its last separator.
func Split(path_ string) (dir, file string) { return path.Split(path_) }

// Join joins the non-empty elements and cleans the result.
func Join(elem ...string) string { return path.Join(elem...) }

// Ext returns the extension of the last element, with its dot.
func Ext(path_ string) string { return path.Ext(path_) }

// Base returns the last element.
func Base(path_ string) string { return path.Base(path_) }

// Dir returns all but the last element.
func Dir(path_ string) string { return path.Dir(path_) }

// IsAbs reports whether path is absolute.
func IsAbs(path_ string) bool { return path.IsAbs(path_) }

// Match reports whether name fits the shell pattern.
func Match(pattern, name string) (matched bool, err error) {
	return pathmatch.Match(pattern, name, false)
}

// ToSlash returns path.
func ToSlash(path string) string { return path }

// FromSlash returns path.
func FromSlash(path string) string { return path }

// VolumeName returns "".
func VolumeName(path string) string { return "" }

// HasPrefix reports whether p begins with prefix.
func HasPrefix(p, prefix string) bool { return strings.HasPrefix(p, prefix) }

// SplitList cuts a list like that of $PATH.
func SplitList(path string) []string {
	if path == "" {
		return []string{}
	}
	return strings.Split(path, string(ListSeparator))
}

// IsLocal reports whether path stays below the directory it is used in.
func IsLocal(path_ string) bool {
	if path_ == "" || path.IsAbs(path_) {
		return false
	}
	clean := path.Clean(path_)
	return clean != ".." && !strings.HasPrefix(clean, "../")
}

// Localize makes a path of the system of a slash-separated one.
func Localize(path string) (string, error) {
	if !fs.ValidPath(path) || strings.IndexByte(path, 0) >= 0 {
		return "", errors.New("invalid path")
	}
	return path, nil
}

// Abs returns an absolute path.
func Abs(path_ string) (string, error) {
	if path.IsAbs(path_) {
		return path.Clean(path_), nil
	}
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	return path.Join(dir, path_), nil
}

// Rel returns targPath relative to basePath.
func Rel(basePath, targPath string) (string, error) {
	base, target := path.Clean(basePath), path.Clean(targPath)
	if base == target {
		return ".", nil
	}
	if base == "." {
		base = ""
	}
	if path.IsAbs(base) != path.IsAbs(target) {
		return "", errors.New("Rel: can't make " + targPath + " relative to " + basePath)
	}
	parts := func(p string) []string {
		return strings.FieldsFunc(p, func(r rune) bool { return r == '/' })
	}
	b, t := parts(base), parts(target)
	if target == "." {
		t = nil
	}
	for len(b) > 0 && len(t) > 0 && b[0] == t[0] {
		b, t = b[1:], t[1:]
	}
	var up []string
	for _, elem := range b {
		if elem == ".." {
			return "", errors.New("Rel: can't make " + targPath + " relative to " + basePath)
		}
		up = append(up, "..")
	}
	if len(up)+len(t) == 0 {
		return ".", nil
	}
	return strings.Join(append(up, t...), "/"), nil
}

// EvalSymlinks returns path without symbolic links.
func EvalSymlinks(path_ string) (string, error) {
	done, rest := "", path_
	if path.IsAbs(path_) {
		done = "/"
	}
	for links := 0; ; {
		rest = strings.TrimLeft(rest, "/")
		if rest == "" {
			if done == "" {
				return ".", nil
			}
			return path.Clean(done), nil
		}
		elem, after, _ := strings.Cut(rest, "/")
		rest = after
		next := done + "/" + elem
		if done == "" || done == "/" {
			next = done + elem
		}
		info, err := os.Lstat(next)
		if err != nil {
			return "", err
		}
		if info.Mode()&fs.ModeSymlink == 0 {
			if !info.IsDir() && after != "" {
				return "", errNotDir
			}
			if elem != "." {
				done = next
			}
			continue
		}
		if links++; links > 255 {
			return "", errors.New("EvalSymlinks: too many links")
		}
		target, err := os.Readlink(next)
		if err != nil {
			return "", err
		}
		if path.IsAbs(target) {
			done = "/"
		}
		rest = target + "/" + rest
	}
}

// WalkFunc is called by Walk for each file.
type WalkFunc func(path string, info fs.FileInfo, err error) error

// Walk calls fn for root and everything below it, in the order of names.
func Walk(root string, fn WalkFunc) error {
	info, err := os.Lstat(root)
	if err != nil {
		err = fn(root, nil, err)
	} else {
		err = walk(root, info, fn)
	}
	if err == SkipDir || err == SkipAll {
		return nil
	}
	return err
}

func walk(name string, info fs.FileInfo, fn WalkFunc) error {
	if !info.IsDir() {
		return fn(name, info, nil)
	}
	entries, err := os.ReadDir(name)
	if fnErr := fn(name, info, err); err != nil || fnErr != nil {
		if fnErr == SkipDir {
			return nil
		}
		return fnErr
	}
	for _, e := range entries {
		below := path.Join(name, e.Name())
		info, err := os.Lstat(below)
		if err != nil {
			if err := fn(below, info, err); err != nil && err != SkipDir {
				return err
			}
			continue
		}
		if err = walk(below, info, fn); err != nil {
			if err == SkipDir {
				if info.IsDir() {
					continue
				}
				return nil
			}
			return err
		}
	}
	return nil
}

// WalkDir is Walk without a Lstat of each file.
func WalkDir(root string, fn fs.WalkDirFunc) error {
	info, err := os.Lstat(root)
	if err != nil {
		err = fn(root, nil, err)
	} else {
		err = walkDir(root, fs.FileInfoToDirEntry(info), fn)
	}
	if err == SkipDir || err == SkipAll {
		return nil
	}
	return err
}

func walkDir(name string, d fs.DirEntry, fn fs.WalkDirFunc) error {
	err := fn(name, d, nil)
	if err != nil || !d.IsDir() {
		if err == SkipDir && d.IsDir() {
			err = nil
		}
		return err
	}
	entries, err := os.ReadDir(name)
	if err != nil {
		if err = fn(name, d, err); err != nil {
			if err == SkipDir {
				err = nil
			}
			return err
		}
	}
	for _, e := range entries {
		if err := walkDir(path.Join(name, e.Name()), e, fn); err != nil {
			if err == SkipDir {
				break
			}
			return err
		}
	}
	return nil
}

// Glob returns the files that match pattern.
func Glob(pattern string) (matches []string, err error) {
	if _, err := Match(pattern, ""); err != nil {
		return nil, err
	}
	if !strings.ContainsAny(pattern, `*?[\`) {
		if _, err := os.Lstat(pattern); err != nil {
			return nil, nil
		}
		return []string{pattern}, nil
	}
	dir, file := Split(pattern)
	switch dir {
	case "":
		dir = "."
	case "/":
	default:
		dir = dir[:len(dir)-1]
	}
	dirs := []string{dir}
	if strings.ContainsAny(dir, `*?[\`) {
		if dir == pattern {
			return nil, ErrBadPattern
		}
		if dirs, err = Glob(dir); err != nil {
			return nil, err
		}
	}
	for _, d := range dirs {
		entries, err := os.ReadDir(d)
		if err != nil {
			continue
		}
		var names []string
		for _, e := range entries {
			names = append(names, e.Name())
		}
		slices.Sort(names)
		for _, name := range names {
			if ok, err := Match(file, name); err != nil {
				return matches, err
			} else if ok {
				matches = append(matches, Join(d, name))
			}
		}
	}
	return matches, nil
}
