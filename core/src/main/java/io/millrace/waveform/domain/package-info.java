/** The frequencies that waveforms, noise curves and detectors share: {@link io.millrace.waveform.domain.Domain}. */
package io.millrace.waveform.domain;
