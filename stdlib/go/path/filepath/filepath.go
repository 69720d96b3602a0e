// Package filepath works on names of files in the way of the operating system.
//
//	filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
//		if err == nil && filepath.Ext(path) == ".go" {
//			fmt.Println(path)
//		}
//		return err
//	})
package filepath

import (
	"errors"
	"internal/pathmatch"
	"io/fs"
	"os"
	slash "path"
	"slices"
	"strings"
)

// Separator is between the elements of a path, ListSeparator between the paths of a list.
const (
	Separator     = '/'
	ListSeparator = ':'
)

var (
	// ErrBadPattern is the error for a pattern that is malformed.
	ErrBadPattern = slash.ErrBadPattern
	// SkipDir is fs.SkipDir.
	SkipDir error = fs.SkipDir
	// SkipAll is fs.SkipAll.
	SkipAll error = fs.SkipAll

	errNotDir = errors.New("not a directory")
)

// Clean returns the shortest path for the same: without double slashes, . and as many .. as
// possible; "." for "".
func Clean(path string) string { return slash.Clean(path) }

// Split cuts path after its last slash. dir + file is path again.
func Split(path string) (dir, file string) { return slash.Split(path) }

// Join puts slashes between the elements and cleans the result. Empty elements are left out.
//
//	filepath.Join("a", "b/../c", "d.txt") // "a/c/d.txt"
func Join(elem ...string) string { return slash.Join(elem...) }

// Ext returns what follows the last dot of the last element, with the dot; "" if there is none.
func Ext(path string) string { return slash.Ext(path) }

// Base returns the last element: "." for "", "/" for slashes alone.
func Base(path string) string { return slash.Base(path) }

// Dir returns all but the last element, cleaned: "." if nothing is left.
func Dir(path string) string { return slash.Dir(path) }

// IsAbs reports whether path begins with a slash.
func IsAbs(path string) bool { return slash.IsAbs(path) }

// Match reports whether all of name fits pattern; see path.Match.
func Match(pattern, name string) (matched bool, err error) {
	return pathmatch.Match(pattern, name, false)
}

// ToSlash returns path with slashes for separators, which here they are anyway.
func ToSlash(path string) string { return path }

// FromSlash returns path with separators for slashes, which here they are anyway.
func FromSlash(path string) string { return path }

// VolumeName returns "": there are no volumes here.
func VolumeName(path string) string { return "" }

// HasPrefix reports whether p begins with prefix, not minding elements. It is there for old
// programs.
func HasPrefix(p, prefix string) bool { return strings.HasPrefix(p, prefix) }

// SplitList cuts a list of paths such as that of PATH. "" has none.
func SplitList(path string) []string {
	if path == "" {
		return []string{}
	}
	return strings.Split(path, string(ListSeparator))
}

// IsLocal reports whether path, by its letters, stays in the directory that it starts from: it is
// not empty or absolute and does not leave by .. .
func IsLocal(path string) bool {
	if path == "" || slash.IsAbs(path) {
		return false
	}
	clean := slash.Clean(path)
	return clean != ".." && !strings.HasPrefix(clean, "../")
}

// Localize returns a path of package io/fs as one of the system.
func Localize(path string) (string, error) {
	if !fs.ValidPath(path) || strings.IndexByte(path, 0) >= 0 {
		return "", errors.New("invalid path")
	}
	return path, nil
}

// Abs returns path from the root, cleaned: the working directory is put before it if needed.
func Abs(path string) (string, error) {
	if slash.IsAbs(path) {
		return slash.Clean(path), nil
	}
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	return slash.Join(dir, path), nil
}

// Rel returns how to get from basePath to targPath. It is an error if that depends on the working
// directory.
func Rel(basePath, targPath string) (string, error) {
	base, target := slash.Clean(basePath), slash.Clean(targPath)
	if base == target {
		return ".", nil
	}
	if base == "." {
		base = ""
	}
	if slash.IsAbs(base) != slash.IsAbs(target) {
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

// EvalSymlinks returns path, cleaned, with what symbolic links lead to in their place.
func EvalSymlinks(path string) (string, error) {
	done, rest := "", path
	if slash.IsAbs(path) {
		done = "/"
	}
	for links := 0; ; {
		rest = strings.TrimLeft(rest, "/")
		if rest == "" {
			if done == "" {
				return ".", nil
			}
			return slash.Clean(done), nil
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
		if slash.IsAbs(target) {
			done = "/"
		}
		rest = target + "/" + rest
	}
}

// WalkFunc is called by Walk for each file and directory. err tells that it could not be looked at
// or read. What it returns ends the walk, but for nil and SkipDir.
type WalkFunc func(path string, info fs.FileInfo, err error) error

// Walk calls fn for root and all that is below it, sorted by name. WalkDir is faster.
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
		below := slash.Join(name, e.Name())
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

// WalkDir calls fn for root and all that is below it, directories before what is in them, sorted by
// name; see fs.WalkDirFunc. Symbolic links are not followed.
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
		if err := walkDir(slash.Join(name, e.Name()), e, fn); err != nil {
			if err == SkipDir {
				break
			}
			return err
		}
	}
	return nil
}

// Glob returns the files that fit pattern; nil if none does. Errors of reading directories are
// ignored.
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
