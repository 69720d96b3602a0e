// Package tabwriter aligns columns of text.
//
//	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', 0)
//	fmt.Fprintln(w, "name\tsize")
//	fmt.Fprintln(w, "main.go\t1200")
//	w.Flush()
//
// A cell ends with a tab; neighbouring lines with a cell in the same place form a column, which is
// as wide as its widest cell. What follows a line's last tab is no cell.
package tabwriter

import (
	"io"
	"unicode/utf8"
)

// FilterHTML and the others are flags of Init, combined by |.
const (
	FilterHTML          uint = 1 << iota // HTML tags and references count as text of the width they show
	StripEscape                          // leaves the Escape characters out
	AlignRight                           // text at the right of its cell
	DiscardEmptyColumns                  // columns of empty cells that end in \v take no room
	TabIndent                            // empty cells at the beginning of a line are tabs
	Debug                                // | between the columns, and lines for \f
)

// Escape stands before and after text that is copied unchanged and whose tabs and newlines don't
// count.
const Escape = '\xff'

type cell struct {
	size  int // in bytes
	width int // in characters
	htab  bool
}

// Writer aligns the cells of the text written to it. Call Flush at the end.
type Writer struct {
	out                       io.Writer
	minwidth, tabwidth, extra int
	padding                   [8]byte
	flags                     uint

	buf     []byte
	pos     int      // the text up to here has been measured
	cell    cell     // the cell being written
	endChar byte     // what ends the current escape, or 0
	lines   [][]cell // the last cell of a line is not part of a column
	widths  []int
	err     error
}

// NewWriter returns a Writer; see Writer.Init for the arguments.
func NewWriter(output io.Writer, minwidth, tabwidth, padding int, padchar byte, flags uint) *Writer {
	return new(Writer).Init(output, minwidth, tabwidth, padding, padchar, flags)
}

// Init sets the Writer up: cells are at least minwidth wide, padding included; tabs are tabwidth
// wide; padding is added to each cell; padchar fills cells up, and with '\t' the widths are
// multiples of tabwidth and text is left-aligned.
func (w *Writer) Init(output io.Writer, minwidth, tabwidth, padding int, padchar byte, flags uint) *Writer {
	if minwidth < 0 || tabwidth < 0 || padding < 0 {
		panic("negative minwidth, tabwidth, or padding")
	}
	*w = Writer{out: output, minwidth: minwidth, tabwidth: tabwidth, extra: padding, flags: flags}
	for i := range w.padding {
		w.padding[i] = padchar
	}
	if padchar == '\t' {
		w.flags &^= AlignRight
	}
	w.reset()
	return w
}

func (w *Writer) reset() {
	w.buf = w.buf[:0]
	w.pos = 0
	w.cell = cell{}
	w.endChar = 0
	w.lines = append(w.lines[:0], nil)
	w.widths = w.widths[:0]
}

func (w *Writer) emit(p []byte) {
	if w.err != nil || len(p) == 0 {
		return
	}
	n, err := w.out.Write(p)
	if n != len(p) && err == nil {
		err = io.ErrShortWrite
	}
	w.err = err
}

func (w *Writer) repeat(p []byte, n int) {
	for ; n > len(p); n -= len(p) {
		w.emit(p)
	}
	w.emit(p[:max(n, 0)])
}

// pad writes what is missing between the width of a text and that of its cell.
func (w *Writer) pad(textWidth, cellWidth int, useTabs bool) {
	if w.padding[0] == '\t' || useTabs {
		if w.tabwidth == 0 {
			return // Tabs have no width: nothing can be aligned.
		}
		cellWidth = (cellWidth + w.tabwidth - 1) / w.tabwidth * w.tabwidth
		missing := cellWidth - textWidth
		if missing < 0 {
			panic("internal error")
		}
		w.repeat([]byte("\t\t\t\t\t\t\t\t"), (missing+w.tabwidth-1)/w.tabwidth)
		return
	}
	w.repeat(w.padding[:], cellWidth-textWidth)
}

// writeLines writes lines [from, to), whose text begins at pos; it returns where it ends.
func (w *Writer) writeLines(pos, from, to int) int {
	bar := []byte{'|'}
	for i := from; i < to; i++ {
		line := w.lines[i]
		useTabs := w.flags&TabIndent != 0
		for j, c := range line {
			if j > 0 && w.flags&Debug != 0 {
				w.emit(bar)
			}
			switch {
			case c.size == 0:
				if j < len(w.widths) {
					w.pad(c.width, w.widths[j], useTabs)
				}
			case w.flags&AlignRight == 0:
				useTabs = false
				w.emit(w.buf[pos : pos+c.size])
				pos += c.size
				if j < len(w.widths) {
					w.pad(c.width, w.widths[j], false)
				}
			default:
				useTabs = false
				if j < len(w.widths) {
					w.pad(c.width, w.widths[j], false)
				}
				w.emit(w.buf[pos : pos+c.size])
				pos += c.size
			}
		}
		if i+1 == len(w.lines) {
			// The last line is not complete: its unfinished cell follows.
			w.emit(w.buf[pos : pos+w.cell.size])
			pos += w.cell.size
		} else {
			w.emit([]byte{'\n'})
		}
	}
	return pos
}

// format writes lines [from, to), column blocks first found from the left; text begins at pos.
func (w *Writer) format(pos, from, to int) int {
	column := len(w.widths)
	for this := from; this < to; this++ {
		if column >= len(w.lines[this])-1 {
			continue
		}
		// A cell in this column begins a block of lines that have one.
		pos = w.writeLines(pos, from, this)
		from = this
		width := w.minwidth
		discardable := true
		for ; this < to; this++ {
			line := w.lines[this]
			if column >= len(line)-1 {
				break
			}
			c := line[column]
			width = max(width, c.width+w.extra)
			if c.width > 0 || c.htab {
				discardable = false
			}
		}
		if discardable && w.flags&DiscardEmptyColumns != 0 {
			width = 0
		}
		w.widths = append(w.widths, width)
		pos = w.format(pos, from, this)
		w.widths = w.widths[:len(w.widths)-1]
		from = this
		this--
	}
	return w.writeLines(pos, from, to)
}

func (w *Writer) addText(p []byte) {
	w.buf = append(w.buf, p...)
	w.cell.size += len(p)
}

func (w *Writer) measure() {
	w.cell.width += utf8.RuneCount(w.buf[w.pos:])
	w.pos = len(w.buf)
}

func (w *Writer) startEscape(c byte) {
	switch c {
	case Escape:
		w.endChar = Escape
	case '<':
		w.endChar = '>'
	case '&':
		w.endChar = ';'
	}
}

func (w *Writer) endEscape() {
	switch w.endChar {
	case Escape:
		w.measure()
		if w.flags&StripEscape == 0 {
			w.cell.width -= 2 // The escape characters have no width.
		}
	case '>': // A tag has no width.
	case ';':
		w.cell.width++ // An entity is one character.
	}
	w.pos = len(w.buf)
	w.endChar = 0
}

// endCell finishes the cell and returns the number of cells in the line.
func (w *Writer) endCell(htab bool) int {
	w.cell.htab = htab
	line := &w.lines[len(w.lines)-1]
	*line = append(*line, w.cell)
	w.cell = cell{}
	return len(*line)
}

// Flush writes all that is buffered, as if the text ended here.
func (w *Writer) Flush() error {
	w.flush()
	err := w.err
	w.err = nil
	return err
}

func (w *Writer) flush() {
	if w.cell.size > 0 {
		if w.endChar != 0 {
			w.endEscape()
		}
		w.endCell(false)
	}
	w.format(0, 0, len(w.lines))
	w.reset()
}

// Write takes text. Errors of the output are reported here or by Flush.
func (w *Writer) Write(buf []byte) (n int, err error) {
	done := 0
	for i, c := range buf {
		if w.endChar != 0 {
			if c == w.endChar {
				end := i + 1
				if c == Escape && w.flags&StripEscape != 0 {
					end = i
				}
				w.addText(buf[done:end])
				done = i + 1
				w.endEscape()
			}
			continue
		}
		switch c {
		case '\t', '\v', '\n', '\f':
			w.addText(buf[done:i])
			w.measure()
			done = i + 1
			cells := w.endCell(c == '\t')
			if c == '\n' || c == '\f' {
				w.lines = append(w.lines, nil)
				if c == '\f' || cells == 1 {
					// A line of one cell ends all columns, so that all can be written.
					w.flush()
					if c == '\f' && w.flags&Debug != 0 {
						w.emit([]byte("---\n"))
					}
				}
			}
		case Escape:
			w.addText(buf[done:i])
			w.measure()
			done = i
			if w.flags&StripEscape != 0 {
				done++
			}
			w.startEscape(c)
		case '<', '&':
			if w.flags&FilterHTML != 0 {
				w.addText(buf[done:i])
				w.measure()
				done = i
				w.startEscape(c)
			}
		}
		if w.err != nil {
			err, w.err = w.err, nil
			return done, err
		}
	}
	w.addText(buf[done:])
	return len(buf), nil
}
