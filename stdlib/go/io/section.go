package io

// SectionReader reads a section of a ReaderAt as if it were all.
type SectionReader struct {
	r                      ReaderAt
	base, off, limit, size int64
}

// NewSectionReader returns a reader of the n bytes of r from off on.
func NewSectionReader(r ReaderAt, off int64, n int64) *SectionReader {
	limit := int64(1<<63 - 1)
	if off <= limit-n {
		limit = off + n
	}
	return &SectionReader{r, off, off, limit, n}
}

// Read reads on from the present place.
func (s *SectionReader) Read(p []byte) (n int, err error) {
	if s.off >= s.limit {
		return 0, EOF
	}
	if left := s.limit - s.off; int64(len(p)) > left {
		p = p[:left]
	}
	n, err = s.r.ReadAt(p, s.off)
	s.off += int64(n)
	return n, err
}

// seek computes the new position for a Seek in the window that begins at base.
func seek(base, off, limit, offset int64, whence int) (int64, error) {
	switch whence {
	case SeekStart:
		offset += base
	case SeekCurrent:
		offset += off
	case SeekEnd:
		offset += limit
	default:
		return 0, errWhence
	}
	if offset < base {
		return 0, errOffset
	}
	return offset, nil
}

// Seek sets the place of the next Read, with offsets within the section.
func (s *SectionReader) Seek(offset int64, whence int) (int64, error) {
	off, err := seek(s.base, s.off, s.limit, offset, whence)
	if err != nil {
		return 0, err
	}
	s.off = off
	return off - s.base, nil
}

// ReadAt reads at an offset within the section.
func (s *SectionReader) ReadAt(p []byte, off int64) (n int, err error) {
	if off < 0 || off >= s.Size() {
		return 0, EOF
	}
	off += s.base
	if left := s.limit - off; int64(len(p)) > left {
		n, err = s.r.ReadAt(p[:left], off)
		if err == nil {
			err = EOF
		}
		return n, err
	}
	return s.r.ReadAt(p, off)
}

// Size returns the length of the section.
func (s *SectionReader) Size() int64 { return s.limit - s.base }

// Outer returns the arguments of NewSectionReader.
func (s *SectionReader) Outer() (r ReaderAt, off int64, n int64) { return s.r, s.base, s.size }

// OffsetWriter writes to a WriterAt with all offsets shifted.
type OffsetWriter struct {
	w         WriterAt
	base, off int64
}

// NewOffsetWriter returns a writer whose offset 0 is off in w.
func NewOffsetWriter(w WriterAt, off int64) *OffsetWriter { return &OffsetWriter{w, off, off} }

// Write writes at the present place and moves it.
func (o *OffsetWriter) Write(p []byte) (n int, err error) {
	n, err = o.w.WriteAt(p, o.off)
	o.off += int64(n)
	return n, err
}

// WriteAt writes at off, counted from the writer's beginning.
func (o *OffsetWriter) WriteAt(p []byte, off int64) (n int, err error) {
	if off < 0 {
		return 0, errOffset
	}
	return o.w.WriteAt(p, o.base+off)
}

// Seek sets the place of the next Write. io.SeekEnd is not possible.
func (o *OffsetWriter) Seek(offset int64, whence int) (int64, error) {
	if whence == SeekEnd {
		return 0, errWhence
	}
	off, err := seek(o.base, o.off, 0, offset, whence)
	if err != nil {
		return 0, err
	}
	o.off = off
	return off - o.base, nil
}
